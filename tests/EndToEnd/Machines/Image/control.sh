#!/bin/sh
# Inside the machine: runs what the test on the other end of the port sends. A line in is a script in base64; a line out is its exit status and its output in base64.
port=/dev/virtio-ports/quiesce.control
mkdir -p /run/quiesce-test
exec 3<> "$port"
echo ready >&3
while read -r script <&3; do
    printf '%s' "$script" | base64 -d > /run/quiesce-test/script
    sh /run/quiesce-test/script > /run/quiesce-test/output 2>&1 < /dev/null 3>&-
    status=$?
    printf '%s %s\n' "$status" "$(base64 -w 0 /run/quiesce-test/output)" >&3
done
