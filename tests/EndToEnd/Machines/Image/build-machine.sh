#!/bin/sh
# Builds the tests' own virtual machine into a folder: a disk (root.img) with Debian, systemd and MariaDB, its kernel and its first memory disk.
#     build-machine.sh FOLDER
# Needs root and debootstrap. Takes minutes, and is therefore done once: the folder is renamed into place when it is complete.
set -eu

packages=systemd,systemd-sysv,udev,dbus,kmod,procps,util-linux,linux-image-cloud-amd64,initramfs-tools,mariadb-server
packages=$packages,e2fsprogs,xfsprogs,lvm2,thin-provisioning-tools,mdadm,cryptsetup,qemu-guest-agent

here=$(cd "$(dirname "$0")" && pwd)
target=$1
work=$target.$$
root=$work/root

leave() {
    # What debootstrap mounts inside, before the folder is removed.
    for inner in "$root/proc" "$root/sys"; do
        while umount "$inner" 2> /dev/null; do :; done
    done
    rm -rf --one-file-system "$work"
}
trap leave EXIT
trap 'exit 143' TERM INT HUP

mkdir -p "$work"
debootstrap --variant=minbase --include="$packages" bookworm "$root" > "$work/debootstrap.log" 2>&1 || {
    tail -n 20 "$work/debootstrap.log" >&2
    exit 1
}

# One disk and nobody to log in: every start of the machine is to be the same, and short.
echo '/dev/vda / ext4 defaults 0 1' > "$root/etc/fstab"
echo quiesce > "$root/etc/hostname"
echo 'Storage=volatile' >> "$root/etc/systemd/journald.conf"
echo 'DefaultTimeoutStopSec=60s' >> "$root/etc/systemd/system.conf"
rm -f "$root"/etc/systemd/system/*.wants/*.timer "$root"/etc/systemd/system/multi-user.target.wants/mariadb.service \
    "$root"/etc/systemd/system/multi-user.target.wants/e2scrub_reap.service "$root"/etc/systemd/system/getty.target.wants/*
for unneeded in serial-getty@ttyS0.service getty@tty1.service systemd-networkd-wait-online.service; do
    ln -s /dev/null "$root/etc/systemd/system/$unneeded"
done

# What the tests speak to.
install -m 755 "$here/control.sh" "$root/usr/local/sbin/quiesce-test-control"
install -m 644 "$here/control.service" "$root/etc/systemd/system/quiesce-test-control.service"
ln -s ../quiesce-test-control.service "$root/etc/systemd/system/multi-user.target.wants/quiesce-test-control.service"

# Only what finds the disk: ext4 is in the kernel. A small memory disk is most of a fast start under emulation.
printf 'virtio_pci\nvirtio_blk\n' > "$root/etc/initramfs-tools/modules"
sed -i 's/^MODULES=.*/MODULES=list/' "$root/etc/initramfs-tools/initramfs.conf"
rm -f "$root/usr/share/initramfs-tools/hooks/lvm2" "$root/usr/share/initramfs-tools/hooks/mdadm" \
    "$root/usr/share/initramfs-tools/hooks/cryptroot" "$root/usr/share/initramfs-tools/hooks/thin-provisioning-tools"
chroot "$root" update-initramfs -u > "$work/initramfs.log" 2>&1 || {
    cat "$work/initramfs.log" >&2
    exit 1
}

mv "$root"/boot/vmlinuz-* "$work/vmlinuz"
mv "$root"/boot/initrd.img-* "$work/initrd" 2> /dev/null || { rm -f "$root"/boot/*.dpkg-bak; mv "$root"/boot/initrd.img-* "$work/initrd"; }
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
umount "$root/proc" "$root/sys" 2> /dev/null || :
mkfs.ext4 -q -F -E lazy_itable_init=0 -d "$root" "$work/root.img" 3G
rm -rf --one-file-system "$root"
mv "$work" "$target"
trap - EXIT
