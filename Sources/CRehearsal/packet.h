#pragma once
#include <stdbool.h>
#include <stddef.h>

/* One message over a socket, with two descriptors or none. */
enum { PACKET_DESCRIPTORS = 2 };

/* Sends a message; `descriptors` may be NULL. False when nobody is there. */
bool packet_send(int socket, const void *bytes, size_t count, const int *descriptors);

/* Waits for a message of just `count` bytes, with descriptors where `descriptors` is not NULL. False at the end. */
bool packet_receive(int socket, void *bytes, size_t count, int *descriptors);
