package memory

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// secret is worked out by both processes, so that it stands in no file, no
// argument and no environment.
func secret(seed string) []byte {
	sum := sha256.Sum256([]byte(seed))
	return sum[:]
}

// A process that holds three copies far apart, lets go of them, and says so.
func TestHolderOfSecrets(t *testing.T) {
	seed := os.Getenv("MEMORY_TEST_SEED")
	if seed == "" {
		t.Skip("runs only as the other process of the test below")
	}
	const between = 3 * chunk / 2
	hall := make([]byte, 3*between+sha256.Size)
	for i := range 3 {
		// One copy lies across the border between two pieces.
		copy(hall[i*between:], secret(seed))
	}
	fmt.Println("holds")
	wait := bufio.NewReader(os.Stdin)
	if _, err := wait.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	clear(hall)
	fmt.Println("let go")
	_, _ = wait.ReadString('\n')
}

func TestEveryCopyOfASecretIsCounted(t *testing.T) {
	child := exec.Command(os.Args[0], "-test.run=^TestHolderOfSecrets$")
	child.Env = append(os.Environ(), "MEMORY_TEST_SEED=nobody looks for this")
	in, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close(); _ = child.Wait() }()
	lines := bufio.NewReader(out)
	needles := []Needle{
		{Name: "secret", Bytes: secret("nobody looks for this")},
		{Name: "another", Bytes: secret("this lies nowhere")},
	}
	hears(t, lines, "holds")
	found, err := Count(child.Process.Pid, needles)
	if err != nil {
		t.Fatal(err)
	}
	if found["secret"] < 3 {
		t.Errorf("%d of 3 copies were found", found["secret"])
	}
	if found["another"] != 0 {
		t.Errorf("found %d copies of what is not there", found["another"])
	}
	held := found["secret"]
	if _, err := io.WriteString(in, "\n"); err != nil {
		t.Fatal(err)
	}
	hears(t, lines, "let go")
	if found, err = Count(child.Process.Pid, needles); err != nil {
		t.Fatal(err)
	}
	if found["secret"] > held-3 {
		t.Errorf("%d copies before, %d after three were cleared", held, found["secret"])
	}
}

func hears(t *testing.T, lines *bufio.Reader, want string) {
	t.Helper()
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatalf("waiting for %q: %v", want, err)
		}
		if strings.TrimSpace(line) == want {
			return
		}
	}
}

func TestAProcessThatIsNotThereIsAnError(t *testing.T) {
	if _, err := Count(1<<22+1, []Needle{{Name: "x", Bytes: make([]byte, 32)}}); err == nil {
		t.Error("a process that is not there was looked through")
	}
}

func TestANeedleThatLiesEverywhereIsRefused(t *testing.T) {
	if _, err := Count(os.Getpid(), []Needle{{Name: "x", Bytes: []byte("ab")}}); err == nil {
		t.Error("two letters were looked for")
	}
}
