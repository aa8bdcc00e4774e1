#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How the child says that it came to its end, and that it wanted more memory than it may have. */
enum { FINISHED = 2, OUT_OF_MEMORY = 3 };

/* The size of this process in bytes; /proc is read without stdio, whose locks a fork may have left taken. */
static uint64_t process_size(void) {
    char text[64] = "";
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    uint64_t pages = 0;
    for (ssize_t index = 0; index < length && text[index] >= '0' && text[index] <= '9'; index++) {
        pages = pages * 10 + (uint64_t)(text[index] - '0');
    }
    return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static void limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
    struct rlimit now;
    if (getrlimit(resource, &now) == 0 && now.rlim_max != RLIM_INFINITY && now.rlim_max < hard) hard = now.rlim_max;
    struct rlimit bounds = {soft < hard ? soft : hard, hard};
    setrlimit(resource, &bounds);
}

/* Signals end the child as they would end any program, whatever its parent does about them. */
static void confine(const rehearsal_limits *limits) {
    const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU, SIGTERM, SIGPIPE};
    const int ignored[] = {SIGINT, SIGHUP, SIGQUIT};
    for (size_t index = 0; index < sizeof deadly / sizeof *deadly; index++) signal(deadly[index], SIG_DFL);
    for (size_t index = 0; index < sizeof ignored / sizeof *ignored; index++) signal(ignored[index], SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0);
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int standard = 0; standard < 3 && nothing >= 0; standard++) dup2(nothing, standard);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CPU, limits->seconds, limits->seconds + 1);
    uint64_t size = process_size();
    if (size > 0) limit(RLIMIT_AS, size + limits->memory, size + limits->memory);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Processor time of the child in seconds; negative when it cannot be told. */
static double used(pid_t child) {
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(child, &clock) != 0 || clock_gettime(clock, &time) != 0) return -1;
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Whether the child sleeps: neither running, nor ready to run, nor waiting for a disk. */
static bool sleeps(pid_t child) {
    char path[64];
    char text[256] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", (int)child);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    const char *name = length > 0 ? strrchr(text, ')') : NULL;
    return name != NULL && name[1] == ' ' && name[2] == 'S';
}

typedef enum { ENDED, LATE, STUCK } ending;

/*
 * Waits for the child and reaps it. A bare fork copies the locks of the allocator as they are; a child that waits for
 * one of them sleeps, which no file can bring about, and is tried again.
 */
static ending wait_for(pid_t child, const rehearsal_limits *limits, int *status) {
    // Work without end uses processor time, which is limited; the clock is for disks that never answer.
    double deadline = now() + 10.0 * limits->seconds;
    double moved = now();
    double last = -1;
    for (long pause = 100000;; pause = pause < 2000000 ? pause * 2 : pause) {
        pid_t reaped = waitpid(child, status, WNOHANG);
        if (reaped == child) return ENDED;
        if (reaped < 0 && errno != EINTR) {
            *status = 0;
            return ENDED;
        }
        double time = now();
        double seconds = used(child);
        if (seconds != last) moved = time;
        last = seconds;
        bool stuck = time - moved > 0.5 && sleeps(child);
        if (stuck || time > deadline) {
            kill(child, SIGKILL);
            while (waitpid(child, status, 0) < 0 && errno == EINTR) {}
            return stuck ? STUCK : LATE;
        }
        struct timespec rest = {0, pause};
        nanosleep(&rest, NULL);
    }
}

static rehearsal_outcome outcome(ending ending, int status, int *ended_by) {
    if (ending != ENDED) return REHEARSAL_HUNG;
    if (WIFEXITED(status) && WEXITSTATUS(status) == FINISHED) return REHEARSAL_COMPLETE;
    if (WIFEXITED(status) && WEXITSTATUS(status) == OUT_OF_MEMORY) return REHEARSAL_EXHAUSTED;
    *ended_by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    switch (*ended_by) {
    case SIGXCPU: return REHEARSAL_HUNG;
    case SIGKILL: return REHEARSAL_EXHAUSTED;
    default: return REHEARSAL_CRASHED;
    }
}

rehearsal_outcome run_in_child(const rehearsal_limits *limits, child_work work, void *context, int *ended_by) {
    rehearsal_outcome result = REHEARSAL_IMPOSSIBLE;
    *ended_by = 0;
    for (int attempt = 0; attempt < 3; attempt++) {
        // Not fork(): libraries have handlers for it that change the parent (OpenBLAS stops its threads).
        pid_t child = _Fork();
        if (child < 0) return REHEARSAL_IMPOSSIBLE;
        if (child == 0) {
            confine(limits);
            H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
            _exit(work(context) ? FINISHED : OUT_OF_MEMORY);
        }
        int status = 0;
        ending ending = wait_for(child, limits, &status);
        result = outcome(ending, status, ended_by);
        // What a file does to libhdf5 it does each time. A fork in the middle of another thread's allocation may crash, too.
        if (ending != STUCK && result != REHEARSAL_CRASHED) break;
    }
    return result;
}
