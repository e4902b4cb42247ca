#define _GNU_SOURCE
#include "open_trace.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define NATIVE_ARCHITECTURE 0
#endif

#ifndef SYS_openat2
#define SYS_openat2 437
#endif

// The marks are calls that open nothing, as signals may be blocked: the name is empty and the folder's descriptor none.
#define BEGIN_MARK (-0x50420001)
#define END_MARK (-0x50420002)

static void mark(int mark) { syscall(SYS_openat, mark, "", O_RDONLY | O_CLOEXEC); }
void open_trace_begin(void) { mark(BEGIN_MARK); }
void open_trace_end(void) { mark(END_MARK); }

// The traced threads and processes.
struct task {
    pid_t id;
    // Its first stop, which says only that it is traced, is still to come.
    int is_new;
};

struct tracer {
    int is_active;
    struct task *tasks;
    size_t count, capacity;
    open_trace_visitor visitor;
    void *context;
};

static struct task *find_task(struct tracer *tracer, pid_t id) {
    for (size_t i = 0; i < tracer->count; i++)
        if (tracer->tasks[i].id == id) return &tracer->tasks[i];
    return NULL;
}

static struct task *add_task(struct tracer *tracer, pid_t id) {
    struct task *known = find_task(tracer, id);
    if (known) return known;
    if (tracer->count == tracer->capacity) {
        size_t capacity = tracer->capacity ? 2 * tracer->capacity : 32;
        struct task *tasks = realloc(tracer->tasks, capacity * sizeof *tasks);
        if (!tasks) return NULL;
        tracer->tasks = tasks;
        tracer->capacity = capacity;
    }
    tracer->tasks[tracer->count] = (struct task){.id = id, .is_new = 1};
    return &tracer->tasks[tracer->count++];
}

static void remove_task(struct tracer *tracer, pid_t id) {
    struct task *task = find_task(tracer, id);
    if (task) *task = tracer->tasks[--tracer->count];
}

static void visit_link(struct tracer *tracer, const char *link, int kind) {
    char path[PATH_MAX];
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0 || path[0] != '/') return;  // a pipe or a socket
    path[length] = 0;
    tracer->visitor(tracer->context, path, kind);
}

// Visits the file behind a descriptor that a stopped task has just got.
static void visit_descriptor(struct tracer *tracer, pid_t task, long descriptor) {
    char link[64], text[256];
    snprintf(link, sizeof link, "/proc/%d/fdinfo/%ld", task, descriptor);
    int file = open(link, O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (length <= 0) return;
    text[length] = 0;
    const char *field = strstr(text, "flags:");
    unsigned long flags = field ? strtoul(field + 6, NULL, 8) : 0;
    if (flags & O_PATH) return;
    snprintf(link, sizeof link, "/proc/%d/fd/%ld", task, descriptor);
    if ((flags & O_ACCMODE) != O_RDONLY) visit_link(tracer, link, OPEN_TRACE_WRITE);
    if ((flags & O_ACCMODE) == O_WRONLY) return;
    struct stat status;
    int is_folder = stat(link, &status) == 0 && S_ISDIR(status.st_mode);
    visit_link(tracer, link, is_folder ? OPEN_TRACE_LIST : OPEN_TRACE_READ);
}

// Whether a task is about to make a call that is a mark, which is then heeded.
static int is_mark(struct tracer *tracer, pid_t task) {
    struct __ptrace_syscall_info info;
    memset(&info, 0, sizeof info);
    if (ptrace(PTRACE_GET_SYSCALL_INFO, task, sizeof info, &info) <= 0) return 0;
    if (info.op != PTRACE_SYSCALL_INFO_SECCOMP || info.seccomp.nr != SYS_openat) return 0;
    int folder = (int)info.seccomp.args[0];
    if (folder != BEGIN_MARK && folder != END_MARK) return 0;
    tracer->is_active = folder == BEGIN_MARK;
    return 1;
}

static void handle_stop(struct tracer *tracer, pid_t id, int status) {
    struct task *task = add_task(tracer, id);
    int signal = WSTOPSIG(status), event = status >> 16;
    int is_first = task && task->is_new;
    if (event == PTRACE_EVENT_SECCOMP) {
        int wanted = !is_mark(tracer, id) && tracer->is_active;
        ptrace(wanted ? PTRACE_SYSCALL : PTRACE_CONT, id, 0, 0);
        return;
    }
    if (event == PTRACE_EVENT_EXEC && tracer->is_active) {
        char link[64];
        snprintf(link, sizeof link, "/proc/%d/exe", id);
        visit_link(tracer, link, OPEN_TRACE_EXECUTE);
    }
    if (signal == (SIGTRAP | 0x80)) {
        struct __ptrace_syscall_info info;
        memset(&info, 0, sizeof info);
        long size = ptrace(PTRACE_GET_SYSCALL_INFO, id, sizeof info, &info);
        if (size > 0 && info.op == PTRACE_SYSCALL_INFO_ENTRY) {
            ptrace(PTRACE_SYSCALL, id, 0, 0);
            return;
        }
        if (size > 0 && info.op == PTRACE_SYSCALL_INFO_EXIT && !info.exit.is_error && tracer->is_active)
            visit_descriptor(tracer, id, (long)info.exit.rval);
        signal = 0;
    } else if (event != 0) {
        signal = 0;
    } else if (is_first && signal == SIGSTOP) {
        task->is_new = 0;
        signal = 0;
    } else if (signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU) {
        signal = 0;  // nobody would continue it
    }
    ptrace(PTRACE_CONT, id, 0, signal);
}

static int install_filter(void) {
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#ifdef SYS_open
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_open, 3, 0),
#else
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 3, 0),
#endif
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE),
    };
    struct sock_fprog program = {.len = sizeof code / sizeof code[0], .filter = code};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

// In the child of a process with threads: only calls that are safe there.
static void become_program(const struct open_trace_request *request, int report) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    if (dup2(request->input, 0) < 0 || dup2(request->output, 1) < 0 || dup2(request->output, 2) < 0) goto failed;
    if (request->folder && chdir(request->folder) != 0) goto failed;
    // Survives the call that makes it another program, and ends that.
    if (request->time_limit) {
        signal(SIGALRM, SIG_DFL);
        alarm(request->time_limit);
    }
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) goto failed;
    // Stops until the parent has said what it wants to see.
    raise(SIGSTOP);
    if (install_filter() != 0) goto failed;
    execve(request->arguments[0], (char *const *)request->arguments, (char *const *)request->environment);
failed:;
    int problem = errno;
    ssize_t written = write(report, &problem, sizeof problem);
    _exit(written > 0 ? 127 : 126);
}

static int trace(const struct open_trace_request *request, open_trace_visitor visitor, void *context, int *status) {
    int report[2];
    if (NATIVE_ARCHITECTURE == 0) return ENOSYS;
    if (pipe2(report, O_CLOEXEC) != 0) return errno;
    pid_t root = fork();
    if (root < 0) {
        int problem = errno;
        close(report[0]);
        close(report[1]);
        return problem;
    }
    if (root == 0) become_program(request, report[1]);
    close(report[1]);

    struct tracer tracer = {.is_active = request->is_active, .visitor = visitor, .context = context};
    int first = 0, problem = 0;
    while (waitpid(root, &first, __WALL) < 0 && errno == EINTR) {}
    *status = first;
    if (WIFSTOPPED(first)) {
        long options = PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
                       PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_TRACESECCOMP;
        if (ptrace(PTRACE_SETOPTIONS, root, 0, options) != 0) {
            problem = errno;
            kill(root, SIGKILL);
        }
        struct task *task = add_task(&tracer, root);
        if (task) task->is_new = 0;
        ptrace(PTRACE_CONT, root, 0, 0);
        while (1) {
            int stop = 0;
            // Only this thread's children: others have theirs.
            pid_t id = waitpid(-1, &stop, __WALL | __WNOTHREAD);
            if (id < 0 && errno == EINTR) continue;
            if (id < 0) break;
            if (WIFSTOPPED(stop)) {
                handle_stop(&tracer, id, stop);
                continue;
            }
            remove_task(&tracer, id);
            if (id == root) {
                *status = stop;
                for (size_t i = 0; i < tracer.count; i++) kill(tracer.tasks[i].id, SIGKILL);
            }
        }
    }
    free(tracer.tasks);
    int child_problem = 0;
    if (read(report[0], &child_problem, sizeof child_problem) == sizeof child_problem) problem = child_problem;
    close(report[0]);
    return problem;
}

struct run {
    const struct open_trace_request *request;
    open_trace_visitor visitor;
    void *context;
    int *status;
    int problem;
};

static void *run_in_thread(void *argument) {
    struct run *run = argument;
    run->problem = trace(run->request, run->visitor, run->context, run->status);
    return NULL;
}

int open_trace_run(const struct open_trace_request *request, open_trace_visitor visitor, void *context, int *status) {
    // The tracer waits for all children of its thread, so that thread must not have started any other: those that the
    // caller's thread started are the caller's to wait for.
    struct run run = {request, visitor, context, status, 0};
    pthread_t thread;
    int problem = pthread_create(&thread, NULL, run_in_thread, &run);
    if (problem != 0) return problem;
    pthread_join(thread, NULL);
    return run.problem;
}
