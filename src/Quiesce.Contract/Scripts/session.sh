# session: a database client that outlives the script, and how it is spoken to.
# Of every session N there are a FIFO "talk" that its client reads statements from, a FIFO "answers" that it writes
# to, and a file "release" with the statements that let go. Whoever keeps "talk" open for writing – the pre script,
# then the keeper – keeps the hold: when the last of them dies, however, the client reads end-of-file, goes on with
# "release", and ends. POSIX shells have ten descriptors: 0 answers, 1 and 2 the host's, 3–7 talk, 8 pulse, 9 lock.
# shellcheck disable=SC2034,SC2154 # shared between fragments

readonly max_sessions=5

talk_to() { # N: opens talk; for reading too, so that neither opening nor writing ever waits for the client
    case $1 in
    1) exec 3<>"$current/1.talk" ;;
    2) exec 4<>"$current/2.talk" ;;
    3) exec 5<>"$current/3.talk" ;;
    4) exec 6<>"$current/4.talk" ;;
    5) exec 7<>"$current/5.talk" ;;
    esac
}

make_sessions() { # for every engine of the profile; readable beyond their folder, because a client may run as another user
    set --
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        set -- "$@" "$current/$n.talk" "$current/$n.answers"
    done
    [ $# -eq 0 ] || mkfifo -m 666 "$@" || because run-directory-unusable "cannot make FIFOs in $current" || return 1
    umask 022
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        : >"$current/$n.release"
        talk_to "$n"
    done
    umask 077
}

close_sessions() {
    exec 0</dev/null 3>&- 4>&- 5>&- 6>&- 7>&-
}

# The client's descriptor 3 reads what is said, 4 the release; nothing else of ours stays open but the lock.
start_session() { # N USER COMMAND…
    session=$1
    shift
    # The outer redirections are in place before the client exists: whoever listens finds a writer, and the client never
    # waits for one.
    {
        LC_ALL=C exec_as "$@" <&2 3<&2 4<"$current/$session.release" 2>"$current/$session.errors" 5>&- 6>&- 7>&- 8>&- &
    } 1<>"$current/$session.answers" 2<"$current/$session.talk"
    start_of $! || started=0
    printf '%s %s\n' $! "$started" >"$current/$session.client"
}

# Opened twice: while we are a writer ourselves the second opening does not wait for one; after it the end of the
# client is end-of-file here.
listen_to() { # N
    exec 0<>"$current/$1.answers"
    exec 0<"$current/$1.answers"
}

say() { # N STATEMENTS…
    talk=$(($1 + 2))
    shift
    printf '%s\n' "$@" >&"$talk"
}

hear() { # sets answer; fails when the session is over
    IFS= read -r answer
}

# Answers look like word|value|value…
take_fields() { # ANSWER: sets word and field_1 … field_9
    IFS='|' read -r word field_1 field_2 field_3 field_4 field_5 field_6 field_7 field_8 field_9 <<END
$1
END
}

hear_word() { # WORD: the next answer must be this one
    hear || return 1
    take_fields "$answer"
    [ "$word" = "$1" ]
}

# The session is over once its end-of-file is seen: the server has then got the client's good-bye.
release_session() { # N GOOD-BYE: sets released to yes when the client itself said so
    released=no
    [ -f "$current/$1.client" ] || return 0
    listen_to "$1"
    say "$1" "$2"
    while hear; do
        [ "$answer" != released ] || released=yes
    done
}

kill_client() { # N
    [ -f "$current/$1.client" ] || return 0
    read -r client_pid client_start <"$current/$1.client"
    is_process "$client_pid" "$client_start" || return 0
    : >"$current/$1.killed"
    kill -KILL "$client_pid"
}

first_error() { # N: sets error_text to the client's first words on its error stream
    error_text='the session ended without a word'
    [ ! -s "$current/$1.errors" ] || read -r error_text <"$current/$1.errors"
}

# --- whose client -----------------------------------------------------------------------------------------------

find_user() { # NAME: sets user_id, user_group and user_home; fails when /etc/passwd does not have it
    while IFS=: read -r user_name _ user_id user_group _ user_home _; do
        [ "$user_name" != "$1" ] || return 0
    done </etc/passwd
    user_id='' user_group='' user_home=${HOME:-/}
    return 1
}

own_user_id() { # sets own_id
    while read -r status_key own_id _; do
        [ "$status_key" != Uid: ] || return 0
    done <"/proc/$$/status"
}

# Replaces the process, as a user of the operating system; an empty name means the current one.
exec_as() { # USER COMMAND…
    as=$1
    shift
    own_user_id
    [ -n "$as" ] || exec setsid "$@"
    find_user "$as"
    [ "$user_id" != "$own_id" ] || exec setsid "$@"
    export HOME="$user_home"
    # shellcheck disable=SC2016 # for the shell that su starts
    command -v runuser >/dev/null 2>&1 || exec setsid su -s /bin/sh "$as" -c 'exec "$0" "$@"' "$@"
    # setpriv does without the log-in session that runuser opens, which takes ten times as long.
    if [ -n "$user_id" ] && command -v setpriv >/dev/null 2>&1; then
        exec setsid setpriv --reuid="$user_id" --regid="$user_group" --init-groups "$@"
    fi
    exec setsid runuser -u "$as" -- "$@"
}
