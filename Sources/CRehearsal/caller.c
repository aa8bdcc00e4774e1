#define _GNU_SOURCE
#include "exchange.h"
#include "packet.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The helper that works for this process: the socket to it, and who started it. */
static struct {
    int socket;
    pid_t process;
    pid_t owner;
} helper = {-1, -1, -1};

/* Where the helper may stand, from the folder of this program. */
static const char *const PLACES[] = {"", "../libexec/layeraudit/"};

static bool find(char *path, size_t size) {
    char program[REHEARSAL_PATH * 4];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) return false;
    program[length] = 0;
    char *slash = strrchr(program, '/');
    if (slash == NULL) return false;
    slash[1] = 0;
    for (size_t index = 0; index < sizeof PLACES / sizeof *PLACES; index++) {
        int written = snprintf(path, size, "%s%s%s", program, PLACES[index], REHEARSAL_HELPER);
        if (written > 0 && (size_t)written < size && access(path, X_OK) == 0) return true;
    }
    return false;
}

/*
 * Memory that was never written to, or that was given back, holds what no pointer is: where libhdf5 takes it for one, the
 * child crashes, and does not come through by the luck of a young process.
 */
static const char *const MEMORY = "GLIBC_TUNABLES=glibc.malloc.perturb=165:glibc.malloc.tcache_count=0";

static bool spawn(const char *path, int socket) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    char *const arguments[] = {(char *)(size_t)REHEARSAL_HELPER, NULL};
    char libraries[4096] = "";
    const char *search = getenv("LD_LIBRARY_PATH");
    int written = search == NULL ? 0 : snprintf(libraries, sizeof libraries, "LD_LIBRARY_PATH=%s", search);
    bool is_known = written > 0 && (size_t)written < sizeof libraries;
    char *const environment[] = {(char *)(size_t)MEMORY, is_known ? libraries : NULL, NULL};
    if (posix_spawn_file_actions_init(&actions) != 0) return false;
    bool done = posix_spawnattr_init(&attributes) == 0;
    if (done) {
        done = posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO) == 0
            && posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) == 0
            && posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0
            && posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1) == 0
            && posix_spawnattr_setsigmask(&attributes, &none) == 0
            && posix_spawnattr_setsigdefault(&attributes, &all) == 0
            && posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0
            && posix_spawn(&helper.process, path, &actions, &attributes, arguments, environment) == 0;
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return done;
}

static rehearsal_outcome start(void) {
    char path[REHEARSAL_PATH * 4 + 64];
    if (!find(path, sizeof path)) return REHEARSAL_NO_HELPER;
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0) return REHEARSAL_IMPOSSIBLE;
    bool started = spawn(path, sockets[1]);
    close(sockets[1]);
    if (!started) {
        close(sockets[0]);
        return REHEARSAL_IMPOSSIBLE;
    }
    helper.socket = sockets[0];
    helper.owner = getpid();
    return REHEARSAL_COMPLETE;
}

/* Lets go of a helper that ended, or that works for the process that this one is a fork of. */
static void stop(void) {
    close(helper.socket);
    helper.socket = -1;
    if (helper.owner != getpid()) return;
    kill(helper.process, SIGKILL);
    while (waitpid(helper.process, NULL, 0) < 0 && errno == EINTR) {}
}

rehearsal_answer rehearsal_ask(const rehearsal_message *asked, int file, const rehearsal_arena *arena) {
    rehearsal_message message = *asked;
    message.size = sizeof message;
    rehearsal_answer answer = {REHEARSAL_IMPOSSIBLE, 0};
    const int descriptors[PACKET_DESCRIPTORS] = {file, arena->file};
    if (helper.socket >= 0 && helper.owner != getpid()) stop();
    // Somebody may have ended the helper since it was asked last.
    for (int attempt = 0; attempt < 2; attempt++) {
        if (helper.socket < 0) answer.outcome = start();
        if (helper.socket < 0) return answer;
        if (packet_send(helper.socket, &message, sizeof message, descriptors)
            && packet_receive(helper.socket, &answer, sizeof answer, NULL)) return answer;
        stop();
    }
    answer.outcome = REHEARSAL_IMPOSSIBLE;
    return answer;
}
