# examine-mongodb: hears what the session begins with – whether it was let in, the version, where the files lie.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

mongodb_examine() { # N
    mongodb_find_role "$1" || return 1
    fact version "$field_2"
    fact role "$role"
    [ "$field_5" != isdbgrid ] || because engine-refused "$engine_name: this is a sharded cluster's router; name the shards' servers" || return 1
    mongodb_hear "$1" storage || return 1
    fact durability "persistent=$field_1, journal=${field_2:-true}"
    fact path "$field_3"
}
