#define _GNU_SOURCE
#include "program_group.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif

// What the guard, or the program's process before it is the program, has to say.
struct report {
    // 1: `value` is an error number, and nothing was started. 2: it is the program's status.
    int kind, value;
};

// Where the descriptors lie in the guard, so that all others can be closed: those of other guards among them, whose
// pipes would stay open with them.
enum { LIFE = 3, REPORT = 4, FIRST_OTHER = 5 };

static void tell(int kind, int value) {
    struct report report = {kind, value};
    // Less than a pipe takes at once. Nobody is left to hear of a failure.
    ssize_t written = write(REPORT, &report, sizeof report);
    (void)written;
}

static void close_others(void) {
    if (syscall(SYS_close_range, FIRST_OTHER, ~0U, 0) == 0) return;
    struct rlimit limit;
    long count = getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 65536 ? (long)limit.rlim_cur : 65536;
    for (long descriptor = FIRST_OTHER; descriptor < count; descriptor++) close((int)descriptor);
}

// Moves descriptors to the first places; they are first copied out of the way of each other.
static int arrange(const int descriptors[FIRST_OTHER]) {
    int copies[FIRST_OTHER];
    for (int place = 0; place < FIRST_OTHER; place++) {
        copies[place] = fcntl(descriptors[place], F_DUPFD, FIRST_OTHER);
        if (copies[place] < 0) return errno;
    }
    for (int place = 0; place < FIRST_OTHER; place++)
        if (dup2(copies[place], place) < 0) return errno;
    close_others();
    fcntl(LIFE, F_SETFD, FD_CLOEXEC);
    fcntl(REPORT, F_SETFD, FD_CLOEXEC);
    return 0;
}

static void become_program(const struct program_request *request, pid_t guard) {
    // Should the guard be killed alone.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != guard) _exit(126);
    // What this process ignores or blocks would be so in the program too.
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (!request->folder || chdir(request->folder) == 0)
        execve(request->path, (char *const *)request->arguments, (char *const *)request->environment);
    tell(1, errno);
    _exit(127);
}

// In a child of a process with threads: only calls that are safe there.
static void guard(const struct program_request *request, int life, int report) {
    const int descriptors[FIRST_OTHER] = {request->input, request->output, request->errors, life, report};
    sigset_t all, child;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    signal(SIGCHLD, SIG_DFL);
    setpgid(0, 0);
    int problem = arrange(descriptors);
    if (problem != 0) {
        // The report's descriptor may not be in its place.
        struct report failure = {1, problem};
        ssize_t written = write(report, &failure, sizeof failure);
        (void)written;
        _exit(126);
    }
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    int ended = signalfd(-1, &child, SFD_CLOEXEC);
    pid_t self = getpid(), program = ended < 0 ? -1 : fork();
    if (program < 0) {
        tell(1, errno);
        _exit(126);
    }
    if (program == 0) become_program(request, self);
    for (int place = 0; place < LIFE; place++) close(place);
    struct pollfd events[2] = {{.fd = LIFE, .events = POLLIN}, {.fd = ended, .events = POLLIN}};
    while (1) {
        if (poll(events, 2, -1) < 0 && errno != EINTR) break;
        int status;
        if (waitpid(program, &status, WNOHANG) == program) {
            tell(2, status);
            break;
        }
        // Nobody writes to it: it can only be closed, by the end of the process that started this one.
        if (events[0].revents) break;
        struct signalfd_siginfo information;
        if (events[1].revents && read(ended, &information, sizeof information) < 0) break;
    }
    kill(0, SIGKILL);
    _exit(126);
}

static int close_all(const int descriptors[4], int problem) {
    for (int i = 0; i < 4; i++)
        if (descriptors[i] >= 0) close(descriptors[i]);
    return problem;
}

int program_group_run(const struct program_request *request, int *status) {
    int ends[4] = {-1, -1, -1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    if (pipe2(ends + 2, O_CLOEXEC) != 0) return close_all(ends, errno);
    pid_t child = fork();
    if (child < 0) return close_all(ends, errno);
    if (child == 0) guard(request, ends[0], ends[3]);
    close(ends[0]);
    close(ends[3]);
    ends[0] = ends[3] = -1;
    int problem = ECHILD;  // the guard was killed
    struct report report;
    while (1) {
        ssize_t count = read(ends[2], &report, sizeof report);
        if (count < 0 && errno == EINTR) continue;
        if (count != sizeof report) break;
        if (report.kind == 1) {
            problem = report.value;
            break;
        }
        *status = report.value;
        problem = 0;
    }
    close_all(ends, 0);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    return problem;
}

int program_memory_file(void) { return memfd_create("paperbuild", MFD_CLOEXEC); }
