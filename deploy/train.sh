#!/bin/sh
# Makes heliograph.aot, the AOT cache, beside an extracted heliograph.jar: starts a sandbox that nobody else sees, opens its
# first page, sends a message that is delivered, and ends it. Run it in the folder of the jar, with the java that will use
# the cache.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
java -XX:AOTCacheOutput=heliograph.aot -jar heliograph.jar --heliograph.home="$home" --server.port=0 \
    --heliograph.smpp.port=0 --heliograph.smtp.port=0 > "$home/log" 2>&1 &
portal=$!
sends() {
    curl -fs "http://127.0.0.1:$port/bulksms?username=alpine&password=sandbox-alpine&mt=0&sid=Training&mno=447700900123&msg=Hello" \
        | grep -q '^OK'
}
tries=0
port=
until [ -n "$port" ] && sends; do
    tries=$((tries + 1))
    if [ "$tries" -gt 240 ] || ! kill -0 "$portal" 2>/dev/null; then
        cat "$home/log" >&2
        exit 1
    fi
    sleep 0.5
    port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$home/log")
done
for _ in 1 2 3; do
    curl -fsS -o /dev/null "http://127.0.0.1:$port/login"
    sends
done
# By then they are delivered.
sleep 3
kill "$portal"
wait "$portal" || true
test -s heliograph.aot
