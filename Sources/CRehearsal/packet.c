#define _GNU_SOURCE
#include "packet.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { SIZE = PACKET_DESCRIPTORS * sizeof(int) };

typedef union {
    char bytes[CMSG_SPACE(SIZE)];
    struct cmsghdr aligned;
} control_buffer;

bool packet_send(int socket, const void *bytes, size_t count, const int *descriptors) {
    struct iovec part = {(void *)(size_t)bytes, count};
    control_buffer control = {0};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (descriptors != NULL) {
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof control.bytes;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(SIZE);
        memcpy(CMSG_DATA(header), descriptors, SIZE);
    }
    ssize_t sent = 0;
    while ((sent = sendmsg(socket, &message, MSG_NOSIGNAL)) < 0 && errno == EINTR) {}
    return sent == (ssize_t)count;
}

bool packet_receive(int socket, void *bytes, size_t count, int *descriptors) {
    struct iovec part = {bytes, count};
    control_buffer control = {0};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (descriptors != NULL) {
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof control.bytes;
    }
    ssize_t received = 0;
    while ((received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) {}
    if (received != (ssize_t)count || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) return false;
    if (descriptors == NULL) return true;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header == NULL || header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN(SIZE)) return false;
    memcpy(descriptors, CMSG_DATA(header), SIZE);
    return true;
}
