# session: a database client that outlives the script, and how it is spoken to.
# Of every session N there are a FIFO "talk" with the statements its client reads, a FIFO "answers" that it writes to,
# and a file "release" with the statements that let go. Between talk and the client stands a cat: it passes on what is
# said, and when the last one who kept talk open for writing dies, however – the pre script, then the keeper –, it reads
# end-of-file, passes on the release, and ends; and so does the client. A client that meets an error ends at once.
# POSIX shells have ten descriptors: 0 answers, 1 and 2 the host's, 3–7 talk, 8 pulse, 9 lock.
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

make_fifos() { # the keeper's, and two for every engine of the profile
    [ "$engine_count" -le "$max_sessions" ] || because internal-error "a profile may have at most $max_sessions engines" || return 1
    set -- "$current/pulse"
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        set -- "$@" "$current/$n.talk" "$current/$n.answers"
    done
    mkfifo -m 600 "$@" || because run-directory-unusable "cannot make FIFOs in $current" || return 1
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        true >"$current/$n.release"
        talk_to "$n"
    done
}

close_sessions() {
    exec 0</dev/null 3>&- 4>&- 5>&- 6>&- 7>&-
}

# Nothing of ours stays open in either process but the lock. The outer redirections are in place before the client
# exists: whoever listens finds a writer, and nobody waits for the other.
start_session() { # N USER COMMAND…
    session=$1
    shift
    {
        {
            exec setsid cat - "$current/$session.release" <&2 2>/dev/null 3>&- 4>&- 5>&- 6>&- 7>&- 8>&-
        } | {
            LC_ALL=C
            export LC_ALL
            exec_as "$@" >&3 2>"$current/$session.errors" 3>&- 4>&- 5>&- 6>&- 7>&- 8>&-
        } &
    } 3<>"$current/$session.answers" 2<"$current/$session.talk"
    start_of $! || started=0
    write_down "$session.client" "$! $started"
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
    IFS= read -r answer && return 0
    [ "$signalled" = yes ] || return 1
    signalled=no
    IFS= read -r answer
}

# Answers look like word|value|value…
take_fields() { # ANSWER: sets word and field_1 … field_8
    set -f
    IFS='|'
    # shellcheck disable=SC2086 # split into fields on purpose
    set -- $1
    unset IFS
    set +f
    word=${1-} field_1=${2-} field_2=${3-} field_3=${4-} field_4=${5-} field_5=${6-} field_6=${7-} field_7=${8-} field_8=${9-}
}

hear_word() { # WORD: the next answer must be this one; sets word, empty when the session is over
    word=''
    hear || return 1
    take_fields "$answer"
    [ "$word" = "$1" ]
}

# The session is over once its end-of-file is seen: the server has then got the client's good-bye.
release_session() { # N GOOD-BYE: sets released to yes when the client itself said so
    released=no said_before='' last_answer=''
    [ -f "$current/$1.client" ] || return 0
    listen_to "$1"
    while IFS= read -r line; do say "$1" "$line"; done <"$current/$1.release"
    say "$1" "$2"
    while hear; do
        [ "$answer" != released ] || released=yes said_before=$last_answer
        last_answer=$answer
    done
}

kill_client() { # N
    [ -f "$current/$1.client" ] || return 0
    read -r client_pid client_start <"$current/$1.client"
    is_process "$client_pid" "$client_start" || return 0
    true >"$current/$1.killed"
    # Where runuser or su stands before it, the client is another process of the session.
    kill -KILL "-$client_pid" "$client_pid" 2>/dev/null
}

# A client may first repeat the statement.
first_error() { # N: sets error_text to what the client said on its error stream
    error_text='the session ended without a word'
    [ -s "$current/$1.errors" ] || return 0
    while IFS= read -r line; do
        case $line in
        # PostgreSQL's notices and warnings; its errors have another class.
        *:\ \ 0[01]???:\ *) ;;
        *ERROR* | *error:* | *FATAL* | *:\ \ [0-9A-Z][0-9A-Z][0-9A-Z][0-9A-Z][0-9A-Z]:\ *)
            error_text=$line
            return 0
            ;;
        -* | *'[Warning]'*) ;;
        *) error_text=$line ;;
        esac
    done <"$current/$1.errors"
}

read_password() { # FILE: sets password to the first line of the file, whether or not a line feed ends it
    password=''
    { IFS= read -r password || [ -n "$password" ]; } 2>/dev/null <"$1" ||
        because engine-unreachable "$engine_name: cannot read the password file $1"
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
    command -v runuser >/dev/null 2>&1 || exec setsid su -s /bin/sh -c 'exec "$0" "$@"' -- "$as" "$@"
    # setpriv does without the log-in session that runuser opens, which takes ten times as long.
    if [ -n "$user_id" ] && command -v setpriv >/dev/null 2>&1; then
        exec setsid setpriv --reuid="$user_id" --regid="$user_group" --init-groups "$@"
    fi
    exec setsid runuser -u "$as" -- "$@"
}
