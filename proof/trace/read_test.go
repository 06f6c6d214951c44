package trace

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const sample = `
101 execve("/bin/story", ["/bin/story"], 0x7ffd /* 3 vars */) = 0
101 openat(AT_FDCWD</home/them>, "read-only", O_RDONLY|O_CLOEXEC) = 3</home/them/read-only>
101 openat(AT_FDCWD</home/them>, "O_RDWR", O_RDONLY) = 3</home/them/O_RDWR>
101 openat(AT_FDCWD</home/them>, "new", O_WRONLY|O_CREAT, 0600) = 4</home/them/new>
101 openat(AT_FDCWD</home/them>, "refused", O_RDWR|O_CREAT, 0600) = -1 EACCES (Permission denied)
102 openat(AT_FDCWD</home/them>, "split", O_RDWR|O_CREAT <unfinished ...>
101 write(4</home/them/new>, "one\n\"two\" \303\261 = 7\\", 17) = 17
102 <... openat resumed>, 0600)              = 5</home/them/split>
102 pwrite64(5</home/them/split>, "\0\0011", 3, 0) = 3
101 writev(4</home/them/new>, [{iov_base="three", iov_len=5}, {iov_base="four", iov_len=4}], 2) = 9
101 renameat(AT_FDCWD</home/them>, "new", AT_FDCWD</home/them>, "/var/final") = 0
101 mkdir("/made", 0700) = 0
101 unlink("/gone") = -1 ENOENT (No such file or directory)
101 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 6<UNIX:[81]>
101 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = -1 EAFNOSUPPORT (Address family not supported by protocol)
101 connect(6<UNIX:[81]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X9"}, 20) = 0
101 +++ exited with 0 +++`

func TestWhatSucceededIsSeen(t *testing.T) {
	seen, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	changed := slices.Sorted(maps.Keys(seen.Changed))
	if want := []string{"/home/them/new", "/home/them/split", "/made", "/var/final"}; !slices.Equal(changed, want) {
		t.Errorf("changed %q, want %q", changed, want)
	}
	if want := "one\n\"two\" ñ = 7\\threefour"; string(seen.Written["/home/them/new"]) != want {
		t.Errorf("wrote %q, want %q", seen.Written["/home/them/new"], want)
	}
	if want := []byte{0, 1, '1'}; !bytes.Equal(seen.Written["/home/them/split"], want) {
		t.Errorf("wrote %q, want %q", seen.Written["/home/them/split"], want)
	}
	if !maps.Equal(seen.Sockets, map[string]int{"AF_UNIX": 1}) || len(seen.Connected) != 1 || seen.Started["/bin/story"] != 1 {
		t.Errorf("sockets %v, connected %v, started %v", seen.Sockets, seen.Connected, seen.Started)
	}
}

func TestARealProgramIsSeenWriting(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is missing; scripts/setup proof installs it")
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "trace")
	const words = `printf 'a word\n' > "$0/old" && mv "$0/old" "$0/new" && cat "$0/new" > /dev/null`
	if said, err := exec.Command(strace, Arguments(out, "sh", "-c", words, dir)...).CombinedOutput(); err != nil {
		t.Skipf("strace can't be used here: %v %s", err, said)
	}
	file, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	seen, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(seen.Written[filepath.Join(dir, "old")]); got != "a word\n" {
		t.Errorf("saw %q written", got)
	}
	if seen.Changed[filepath.Join(dir, "new")] == nil {
		t.Errorf("did not see the file being renamed: %v", seen.Changed)
	}
}
