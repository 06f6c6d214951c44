package trace

// Arguments are those of strace for a program and its arguments; what it sees
// goes to the file named out. Every descriptor is written with its path (-y),
// every buffer whole.
func Arguments(out string, program ...string) []string {
	return append([]string{
		"-f", "-y", "-qq", "-s", "33554432", "-o", out, "-e", "signal=none",
		"-e", "trace=open,openat,openat2,creat,truncate,ftruncate,mkdir,mkdirat,mknod,mknodat," +
			"rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat," +
			"write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,socket,connect,execve",
		"--",
	}, program...)
}
