#ifndef TEST_RUN_H
#define TEST_RUN_H

/// The folder of this run of the tests, which all temporary files of the tests and of what they start are made in.
///
/// It is made when the tests are loaded, becomes TMPDIR, and is removed at the end. A run that is killed cannot do that:
/// its folder is removed when the next one is loaded.
const char *test_run_folder(void);

/// What `test_child_start` needs to know.
struct test_child {
    /// The program's path.
    const char *path;
    /// With the program's name first; both end with a null pointer.
    char *const *arguments;
    char *const *environment;
    /// The working folder; null for that of the tests.
    const char *folder;
    /// Descriptors of the standard input, output and errors.
    int streams[3];
    /// Whether SIGINT is ignored from the start, as a shell does for what it puts into the background.
    int ignores_interrupt;
};

/// Starts a program in a process group of its own, which is killed when the tests end, however they end; its
/// signals are as in a shell, whatever those of the tests are.
///
/// Returns the process's number, or the negative number of an error.
int test_child_start(const struct test_child *child);

#endif
