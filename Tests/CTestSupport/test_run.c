#define _GNU_SOURCE
#include "test_run.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC 4U
#endif

static char folder[PATH_MAX];
static pid_t owner;

const char *test_run_folder(void) { return folder; }

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)kind, (void)place;
    remove(path);
    return 0;
}

static void remove_tree(const char *path) { nftw(path, remove_entry, 32, FTW_DEPTH | FTW_PHYS | FTW_MOUNT); }

static void remove_folder(void) {
    // Not by a copy of the process that did not get as far as to become another program.
    if (getpid() == owner) remove_tree(folder);
}

/// Opens the file that a run holds locked as long as it lives; -1 where another run holds it.
static int locked(const char *run) {
    char path[PATH_MAX + 8];
    snprintf(path, sizeof path, "%s/alive", run);
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0) {
        close(file);
        return -1;
    }
    return file;
}

static void sweep(const char *parent) {
    DIR *runs = opendir(parent);
    if (!runs) return;
    struct dirent *entry;
    while ((entry = readdir(runs))) {
        if (strncmp(entry->d_name, "run-", 4) != 0) continue;
        char run[PATH_MAX];
        if (snprintf(run, sizeof run, "%s/%s", parent, entry->d_name) >= (int)sizeof run) continue;
        if (strcmp(run, folder) == 0) continue;
        int file = locked(run);
        if (file < 0) continue;
        remove_tree(run);
        close(file);
    }
    closedir(runs);
}

__attribute__((constructor)) static void begin(void) {
    const char *base = getenv("TMPDIR");
    if (!base || !*base) base = "/tmp";
    char parent[PATH_MAX - 32];
    if (snprintf(parent, sizeof parent, "%s/paperbuild-tests-%u", base, getuid()) >= (int)sizeof parent) return;
    mkdir(parent, 0700);
    snprintf(folder, sizeof folder, "%s/run-XXXXXX", parent);
    // One other run may sweep the folder between its making and its lock.
    for (int attempt = 0; attempt < 3; attempt++) {
        if (!mkdtemp(folder)) return;
        if (locked(folder) >= 0 && access(folder, F_OK) == 0) break;
        snprintf(folder, sizeof folder, "%s/run-XXXXXX", parent);
    }
    owner = getpid();
    setenv("TMPDIR", folder, 1);
    sweep(parent);
    atexit(remove_folder);
}

static void become(const struct test_child *child, pid_t parent, int report) {
    // The kernel sends it when the thread that starts the process ends: with the tests.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
    setpgid(0, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    struct sigaction usual = {.sa_handler = SIG_DFL};
    for (int number = 1; number < 32; number++) sigaction(number, &usual, NULL);
    if (child->ignores_interrupt) {
        struct sigaction ignored = {.sa_handler = SIG_IGN};
        sigaction(SIGINT, &ignored, NULL);
    }
    int failed = 0;
    for (int number = 0; number < 3; number++) {
        // Above the three first, as one of them may stand in the way of another.
        int copy = fcntl(child->streams[number], F_DUPFD_CLOEXEC, 10);
        failed = failed || copy < 0 || dup2(copy, number) < 0;
    }
    // What the tests have open is not the program's.
    syscall(SYS_close_range, 3, ~0U, CLOSE_RANGE_CLOEXEC);
    if (child->folder) failed = failed || chdir(child->folder) != 0;
    if (!failed) execve(child->path, child->arguments, child->environment);
    int code = errno;
    (void)!write(report, &code, sizeof code);
    _exit(127);
}

static int start(const struct test_child *child) {
    int report[2];
    if (pipe2(report, O_CLOEXEC) != 0) return -errno;
    pid_t parent = getpid();
    pid_t process = fork();
    if (process == 0) become(child, parent, report[1]);
    int code = errno;
    close(report[1]);
    if (process > 0) {
        // Nothing to read: the program was started.
        code = 0;
        while (read(report[0], &code, sizeof code) < 0 && errno == EINTR) {}
    }
    close(report[0]);
    return code == 0 ? process : -code;
}

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static const struct test_child *wanted;
static int answer;
static int is_answered;

/// A thread that never ends, as a child would be killed with the thread that started it.
static void *serve(void *unused) {
    (void)unused;
    pthread_mutex_lock(&mutex);
    while (1) {
        while (!wanted || is_answered) pthread_cond_wait(&changed, &mutex);
        answer = start(wanted);
        is_answered = 1;
        pthread_cond_broadcast(&changed);
    }
}

static void make_server(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, NULL);
    pthread_detach(thread);
}

int test_child_start(const struct test_child *child) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_server);
    pthread_mutex_lock(&mutex);
    while (wanted) pthread_cond_wait(&changed, &mutex);
    wanted = child;
    is_answered = 0;
    pthread_cond_broadcast(&changed);
    while (!is_answered) pthread_cond_wait(&changed, &mutex);
    int result = answer;
    wanted = NULL;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&mutex);
    return result;
}
