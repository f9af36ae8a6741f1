#!/bin/sh
# Makes heliograph.aot, the AOT cache, beside an extracted heliograph.jar: starts a sandbox that nobody else sees, opens its
# first page, and ends it. Run it in the folder of the jar, with the java that will use the cache.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
java -XX:AOTCacheOutput=heliograph.aot -jar heliograph.jar --heliograph.home="$home" --server.port=0 \
    --heliograph.smpp.port=0 --heliograph.smtp.port=0 > "$home/log" 2>&1 &
portal=$!
tries=0
until port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$home/log") && [ -n "$port" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 240 ] || ! kill -0 "$portal" 2>/dev/null; then
        cat "$home/log" >&2
        exit 1
    fi
    sleep 0.5
done
for _ in 1 2 3; do
    curl -fsS -o /dev/null "http://127.0.0.1:$port/login"
done
kill "$portal"
wait "$portal" || true
test -s heliograph.aot
