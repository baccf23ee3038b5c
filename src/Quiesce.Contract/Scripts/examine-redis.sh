# examine-redis: asks what INFO says, and where the dump and the append-only file lie.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

redis_examine() { # N
    redis_find_role "$1" || return 1
    fact version "$version"
    fact role "$role"
    fact durability "appendonly=$aof_enabled"
    # Needed by a run only where there is an append-only file.
    if [ "$aof_enabled" = 1 ]; then
        say "$1" 'CONFIG GET auto-aof-rewrite-percentage'
        redis_hear auto-aof-rewrite-percentage && hear || return 1
    fi
    redis_list_directories "$1" || return 1
    [ -z "$data_directory" ] || fact path "$data_directory"
    [ "$aof_enabled" = 0 ] || [ ! -L "$data_directory/$aof_directory" ] || fact path "$data_directory/$aof_directory"
}
