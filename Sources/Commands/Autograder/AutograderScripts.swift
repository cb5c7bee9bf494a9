/// The two programs at the root of an autograder's zip, as Gradescope calls them.
enum AutograderScripts {
  /// Prepares a machine, once; `trustsCode` lets it do without a sandbox.
  static func setup(compiler: String, trustsCode: Bool) -> String {
    #"""
    #!/bin/sh
    # Prepares a bare machine with Debian or Ubuntu, once, as root, when its image is built.
    # A Swift toolchain that is there already is found on PATH, or named by GRADUS_TOOLCHAIN: the folder with bin/swiftc in it.
    set -eu
    source=$(dirname "$(readlink -f "$0")")
    version=\#(compiler)

    fail() {
      echo "setup: $1" >&2
      exit 1
    }

    missing=
    for package in libcmark-dev libyaml-dev libsqlite3-dev libarchive-dev duktape-dev bubblewrap \
      ca-certificates binutils g++ libc6-dev libncurses6 libxml2 tzdata; do
      dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    toolchain=${GRADUS_TOOLCHAIN:-}
    if [ -z "$toolchain" ] && swiftc=$(command -v swiftc); then
      toolchain=$(dirname "$(dirname "$(readlink -f "$swiftc")")")
    fi
    [ -n "$toolchain" ] || missing="$missing curl gnupg"
    if [ -n "$missing" ]; then
      echo "setup: installing$missing"
      apt-get update -qq
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    fi

    if [ -z "$toolchain" ]; then
      . /etc/os-release
      case $ID in
        debian | ubuntu) name=$ID$VERSION_ID ;;
        *) fail "there is no Swift compiler, and I know where to get one for Debian and Ubuntu only. Set GRADUS_TOOLCHAIN." ;;
      esac
      case $(uname -m) in
        aarch64) name=$name-aarch64 ;;
      esac
      release=swift-$version-RELEASE-$name
      address=https://download.swift.org/swift-$version-release/$(echo "$name" | tr -d .)/swift-$version-RELEASE/$release.tar.gz
      echo "setup: downloading $address"
      mkdir -p "$source/toolchain"
      curl -fsSL -o "$source/swift.tar.gz" "$address" || fail "$address cannot be downloaded. Set GRADUS_TOOLCHAIN."
      curl -fsSL -o "$source/swift.sig" "$address.sig" || fail "$address has no signature"
      curl -fsSL -o "$source/swift.keys" https://www.swift.org/keys/all-keys.asc || fail "Swift's keys cannot be downloaded"
      gpg --batch --quiet --import "$source/swift.keys" || fail "Swift's keys cannot be read"
      gpg --batch --verify "$source/swift.sig" "$source/swift.tar.gz" || fail "the signature of $address is not Swift's"
      tar -xzf "$source/swift.tar.gz" -C "$source/toolchain" --strip-components 1
      rm "$source/swift.tar.gz" "$source/swift.sig" "$source/swift.keys"
      toolchain=$source/toolchain/usr
    fi
    [ -x "$toolchain/bin/swiftc" ] || fail "there is no bin/swiftc in $toolchain"
    printf '%s\n' "$toolchain" >"$source/toolchain-folder"

    # Everything is made ready now, so that no submission waits for it. Not everything that unpacks a zip keeps what may be run.
    chmod a+x "$source/gradus/bin/gradus" "$source/run_autograder"
    chmod -R a+rX "$source"
    unset GRADUS_HOME
    GRADUS_TOOLCHAIN=$toolchain GRADUS_CACHE=$source/cache "$source/gradus/bin/gradus" doctor --prepare || \#(
      trustsCode
        ? "echo \"setup: going on without what is missing\""
        : "fail \"submissions cannot be graded here: see above. Where there can be no sandbox, make the zip with --trust-this-code.\"")
    echo "setup: done"

    """#
  }

  /// Grades a submission for an exercise, or for all; `trustsCode` runs it without a sandbox where none can be had.
  static func run(exercise: String?, trustsCode: Bool) -> String {
    #"""
    #!/bin/sh
    # Grades what is in the folder submission and writes results/results.json. What it prints is for instructors.
    set -eu
    base=$(dirname "$(readlink -f "$0")")
    # Called where it was unpacked, or from the folder above, to which Gradescope copies it.
    [ -d "$base/source" ] || base=$(dirname "$base")
    source=$base/source
    unset GRADUS_HOME
    if [ -f "$source/toolchain-folder" ]; then
      GRADUS_TOOLCHAIN=$(cat "$source/toolchain-folder")
      export GRADUS_TOOLCHAIN
    fi
    export GRADUS_CACHE="$source/cache"
    mkdir -p "$base/results"
    exec "$source/gradus/bin/gradus" autograder \#(exercise.map { "\($0) " } ?? "")--run "$base"\#(trustsCode ? " --trust-this-code" : "")

    """#
  }
}
