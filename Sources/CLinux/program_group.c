#define _GNU_SOURCE
#include "program_group.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
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
    setpgid(0, 0);
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

// Sends a signal to each child: what left the program's group, as daemons do, is one when its parent has ended, since the
// guard takes in all descendants whose parents end.
static void signal_children(int number) {
    // The kernel gives the list in one line of numbers.
    int list = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    if (list < 0) return;
    char text[4096];
    pid_t id = 0;
    ssize_t count;
    while ((count = read(list, text, sizeof text)) > 0)
        for (ssize_t i = 0; i < count; i++) {
            if (text[i] >= '0' && text[i] <= '9') {
                id = 10 * id + (text[i] - '0');
            } else {
                if (id > 0) kill(id, number);
                id = 0;
            }
        }
    close(list);
}

// Whether the program has ended; others that have are waited for. The program itself is not, so that the number of its
// group belongs to nobody else.
static int has_ended(pid_t program, int *status) {
    while (1) {
        siginfo_t ended = {.si_pid = 0};
        if (waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid == 0) return 0;
        if (ended.si_pid == program) {
            *status = ended.si_code == CLD_EXITED ? (ended.si_status & 0xff) << 8 : ended.si_status & 0x7f;
            return 1;
        }
        waitpid(ended.si_pid, NULL, 0);
    }
}

// Ends all that the program started and that is left. Gives up on what the kernel does not end within ten seconds.
static void end_all(pid_t program, int ended) {
    kill(-program, SIGKILL);
    for (int round = 0; round < 1000; round++) {
        signal_children(SIGKILL);
        pid_t id;
        while ((id = waitpid(-1, NULL, WNOHANG)) > 0) {}
        if (id < 0 && errno == ECHILD) return;
        struct pollfd event = {.fd = ended, .events = POLLIN};
        struct signalfd_siginfo information;
        if (poll(&event, 1, 10) > 0 && read(ended, &information, sizeof information) < 0) return;
    }
}

// In a child of a process with threads: only calls that are safe there.
static void guard(const struct program_request *request, int life, int report) {
    const int descriptors[FIRST_OTHER] = {request->input, request->output, request->errors, life, report};
    sigset_t all, child;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    signal(SIGCHLD, SIG_DFL);
    setpgid(0, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
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
    // Here too, so that it is done whoever runs first.
    setpgid(program, program);
    for (int place = 0; place < LIFE; place++) close(place);
    struct pollfd events[2] = {{.fd = LIFE, .events = POLLIN}, {.fd = ended, .events = POLLIN}};
    while (1) {
        if (poll(events, 2, -1) < 0 && errno != EINTR) break;
        int status;
        if (has_ended(program, &status)) {
            tell(2, status);
            break;
        }
        if (events[0].revents) {
            // A byte asks for the end; it is closed by the end of the process that started this one, or by its haste.
            char request;
            if (read(LIFE, &request, 1) != 1) break;
            kill(-program, SIGTERM);
            signal_children(SIGTERM);
        }
        struct signalfd_siginfo information;
        if (events[1].revents && read(ended, &information, sizeof information) < 0) break;
    }
    end_all(program, ended);
    _exit(126);
}

static int close_all(const int descriptors[4], int problem) {
    for (int i = 0; i < 4; i++)
        if (descriptors[i] >= 0) close(descriptors[i]);
    return problem;
}

int program_group_start(const struct program_request *request, struct program_group *group) {
    int ends[4] = {-1, -1, -1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    if (pipe2(ends + 2, O_CLOEXEC) != 0) return close_all(ends, errno);
    pid_t child = fork();
    if (child < 0) return close_all(ends, errno);
    if (child == 0) guard(request, ends[0], ends[3]);
    close(ends[0]);
    close(ends[3]);
    *group = (struct program_group){.guard = child, .life = ends[1], .report = ends[2]};
    return 0;
}

void program_group_terminate(const struct program_group *group) {
    // Nobody reads it any more where the program has just ended: that is a signal only to those who want it.
    sigset_t pipe, before;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before);
    char byte = 1;
    if (write(group->life, &byte, 1) < 0 && errno == EPIPE) {
        struct timespec now = {0, 0};
        sigtimedwait(&pipe, NULL, &now);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void program_group_kill(struct program_group *group) {
    if (group->life >= 0) close(group->life);
    group->life = -1;
}

int program_group_wait(struct program_group *group, int *status) {
    int problem = ECHILD;  // the guard was killed
    struct report report;
    while (1) {
        ssize_t count = read(group->report, &report, sizeof report);
        if (count < 0 && errno == EINTR) continue;
        if (count != sizeof report) break;
        if (report.kind == 1) {
            problem = report.value;
            break;
        }
        *status = report.value;
        problem = 0;
    }
    program_group_kill(group);
    close(group->report);
    while (waitpid(group->guard, NULL, 0) < 0 && errno == EINTR) {}
    return problem;
}

int program_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int program_memory_file(void) { return memfd_create("paperbuild", MFD_CLOEXEC); }
