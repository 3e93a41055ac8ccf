#!/bin/sh
# Runs inside the proof's root, as the first program of a Linux of its own whose AppArmor enforces.
# The person has an account that is new; each thing shown is one line PASS or FAIL.

export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8
person=sangdam
home=/home/$person
program=$home/.local/share/ieum/program
left=/root/guarded

begin() {
    mount -t proc proc /proc
    mount -t sysfs sysfs /sys
    mount -t securityfs securityfs /sys/kernel/security
    mount -t devtmpfs devtmpfs /dev
    mkdir -p /dev/shm /dev/pts
    mount -t devpts devpts /dev/pts
    for place in /dev/shm /tmp /run /home /media; do  # what is written belongs to whoever writes it
        mount -t tmpfs -o mode=1777 tmpfs "$place"
    done
    mkdir -m 1777 /tmp/.X11-unix
    user=$(id -u $person)
    install -d -m 700 -o $person -g $person $home /run/user/"$user"
    cp -a /etc/ieum /tmp/policy
    mount -t tmpfs -o mode=755 tmpfs /etc/ieum
    cp -a /tmp/policy/. /etc/ieum
    echo 0 > /proc/sys/kernel/printk_ratelimit
}

as_person() {
    runuser -u $person -- env HOME=$home XDG_RUNTIME_DIR=/run/user/"$user" "$@"
}

tell() {
    if [ "$1" = 0 ]; then echo "PASS $2"; else echo "FAIL $2"; fi
}

loaded() {
    apparmor_parser -r /etc/apparmor.d/ieum
    grep -q "^ieum ($1)" /sys/kernel/security/apparmor/profiles
}

complain() {  # the link that the first installation lays
    ln -sf ../ieum /etc/apparmor.d/force-complain/ieum
    loaded complain
    tell $? "with the link in force-complain the profile only complains"
}

enforce() {  # by the two words that README.Debian has
    rm /etc/apparmor.d/force-complain/ieum
    loaded enforce
    tell $? "without it the profile is enforced ($(uname -s) $(uname -r), $(apparmor_parser --version | head -1))"
}

works() {
    as_person python3 /usr/local/bin/desk.py guarded 2> /dev/null || tell 1 "the person's work came to its end"
    mkdir -p $left
    cp $home/shots/*.xwd $left
}

updates() {  # a newer version, laid under the home, runs under the same profile
    echo 'updates = "next-start"' >> /etc/ieum/policy.toml
    as_person mkdir -p $program
    cp -a /opt/next/usr/lib/ieum "$program/$1"
    chown -R $person:$person $program
    as_person QT_QPA_PLATFORM=offscreen ieum-window > /dev/null 2>&1 &
    for _ in $(seq 120); do
        sleep 1
        grep -q '"well": *true' $program/notes.json 2> /dev/null && break
    done
    for one in /proc/[0-9]*; do
        case "$(readlink "$one/exe")" in
            "$program/$1"/*) said=$(cat "$one/attr/current") ;;
        esac
    done
    [ "$said" = "ieum (enforce)" ] && grep -q '"well": *true' $program/notes.json
    tell $? "an update below the home is begun, shows its first page and runs as: $said"
}

denied() {  # what the kernel's log has of the profile
    dmesg | grep 'apparmor="DENIED".*profile="ieum"' | sed 's/.*operation/operation/'
}

refused() {  # as whom, what: refused to the program, while another one of the same person may do it
    $1 /usr/bin/python3 -I -S -c "$2" > /dev/null 2>&1 \
        && $1 /usr/lib/ieum/runtime/bin/python3.13 -I -S -c "$2" 2>&1 | grep -q "PermissionError"
    tell $? "refused to the program${3:-}, and not to another: $2"
}

refusals() {
    as_person mkdir -m 700 $home/.ssh
    as_person sh -c "echo secret > $home/.ssh/id; echo > $home/.bashrc"
    refused as_person "open('$home/.ssh/id')"
    refused as_person "open('$home/.bashrc', 'a')"
    refused as_person "__import__('os').execv('/usr/bin/id', ['id'])"
    refused env "open('/usr/lib/ieum/ieum', 'a')" " even where root runs it"
    [ "$(denied | wc -l)" -ge 2 ]  # of these four the profile names two, and the kernel says nothing of those
    tell $? "what the profile has no rule for is in the kernel's log, where nothing was before"
}

begin
( sleep 2400; echo o > /proc/sysrq-trigger ) &  # whatever hangs
complain
enforce
works
updates "$1"
denied > $left/denied.txt
[ ! -s $left/denied.txt ]
tell $? "in all of that AppArmor had nothing to refuse"
sort $left/denied.txt | uniq -c | sort -rn | head -40
refusals
echo END
echo o > /proc/sysrq-trigger
sleep 60
