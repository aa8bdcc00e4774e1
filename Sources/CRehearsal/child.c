#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How the child says that it came to its end, that it wanted more memory than it may have, or that it could not begin. */
enum { FINISHED = 2, OUT_OF_MEMORY = 3, CANNOT_BEGIN = 4 };

/* The size of this process in bytes. */
static uint64_t process_size(void) {
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file == NULL) return 0;
    if (fscanf(file, "%lu", &pages) != 1) pages = 0;
    fclose(file);
    return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static void limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
    struct rlimit now;
    if (getrlimit(resource, &now) == 0 && now.rlim_max != RLIM_INFINITY && now.rlim_max < hard) hard = now.rlim_max;
    struct rlimit bounds = {soft < hard ? soft : hard, hard};
    setrlimit(resource, &bounds);
}

static void confine(const rehearsal_limits *limits) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CPU, limits->seconds, limits->seconds + 1);
    uint64_t size = process_size();
    if (size > 0) limit(RLIMIT_AS, size + limits->memory, size + limits->memory);
}

/* Opens the file by its contents: under its name there may be another one by now. */
static hid_t open_file(const rehearsal_message *message, const void *bytes, uint64_t count) {
    hid_t access = rehearsal_access(false, message->limits.cached);
    if (rehearsal_lend(access, bytes, count) < 0) return -1;
    return H5Fopen("memory:/", H5F_ACC_RDONLY, access);
}

static int perform(const rehearsal_message *message, int file, int arena) {
    rehearsal_shared *shared = rehearsal_arena_map(arena, message->room);
    struct stat status;
    if (shared == NULL || fstat(file, &status) != 0 || status.st_size <= 0) return CANNOT_BEGIN;
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) return CANNOT_BEGIN;
    confine(&message->limits);
    hid_t opened = open_file(message, bytes, (uint64_t)status.st_size);
    bool fits = message->work == ASKED_FOR_TEXTS ? rehearsal_perform_texts(message, opened, shared)
                                                 : rehearsal_perform_walk(message, opened, shared);
    return fits ? FINISHED : OUT_OF_MEMORY;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Waits for the child and reaps it; false when the time was up. */
static bool wait_for(pid_t child, const rehearsal_limits *limits, int caller, int *status) {
    // Work without end uses processor time, which is limited; the clock is for disks that never answer.
    double deadline = now() + 10.0 * limits->seconds;
    for (long pause = 50000;; pause = pause < 2000000 ? pause * 2 : pause) {
        pid_t reaped = waitpid(child, status, WNOHANG);
        if (reaped == child) return true;
        if (reaped < 0 && errno != EINTR) {
            *status = 0;
            return true;
        }
        struct pollfd open = {caller, 0, 0};
        struct timespec rest = {0, pause};
        // Nobody waits for the answer: the child ends with its parent.
        if (ppoll(&open, 1, &rest, NULL) > 0) _exit(0);
        if (now() > deadline) {
            kill(child, SIGKILL);
            while (waitpid(child, status, 0) < 0 && errno == EINTR) {}
            return false;
        }
    }
}

static rehearsal_outcome outcome(int status, int *ended_by) {
    if (WIFEXITED(status)) {
        switch (WEXITSTATUS(status)) {
        case FINISHED: return REHEARSAL_COMPLETE;
        case OUT_OF_MEMORY: return REHEARSAL_EXHAUSTED;
        case CANNOT_BEGIN: return REHEARSAL_IMPOSSIBLE;
        default: return REHEARSAL_CRASHED;
        }
    }
    *ended_by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    switch (*ended_by) {
    case SIGXCPU: return REHEARSAL_HUNG;
    case SIGKILL: return REHEARSAL_EXHAUSTED;
    default: return REHEARSAL_CRASHED;
    }
}

rehearsal_answer rehearsal_in_child(const rehearsal_message *message, int file, int arena, int caller) {
    rehearsal_answer answer = {REHEARSAL_IMPOSSIBLE, 0};
    pid_t child = fork();
    if (child == 0) _exit(perform(message, file, arena));
    if (child < 0) return answer;
    int status = 0;
    bool ended = wait_for(child, &message->limits, caller, &status);
    answer.outcome = ended ? outcome(status, &answer.ended_by) : REHEARSAL_HUNG;
    return answer;
}
