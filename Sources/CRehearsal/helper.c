#define _GNU_SOURCE
#include "child.h"
#include "packet.h"

#include <hdf5_filters.h>
#include <signal.h>
#include <unistd.h>

/* Where the helper finds the socket of the process that it works for. */
enum { CALLER = STDIN_FILENO };

int rehearsal_serve(void) {
    // Whoever is interrupted from the keyboard decides what becomes of the helper: it ends when the socket closes.
    const int ignored[] = {SIGINT, SIGHUP, SIGQUIT, SIGPIPE};
    for (size_t index = 0; index < sizeof ignored / sizeof *ignored; index++) signal(ignored[index], SIG_IGN);
    // No code is loaded because a file asks for it, and nothing runs at the exit.
    H5dont_atexit();
    H5open();
    // What libhdf5 gives back goes back to the allocator, which then spoils it (caller.c).
    H5set_free_list_limits(0, 0, 0, 0, 0, 0);
    H5PLset_loading_state(0);
    hdf5_register_lzf();
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    rehearsal_message message;
    int descriptors[PACKET_DESCRIPTORS];
    while (packet_receive(CALLER, &message, sizeof message, descriptors)) {
        rehearsal_answer answer = {REHEARSAL_IMPOSSIBLE, 0};
        if (message.size == sizeof message) answer = rehearsal_in_child(&message, descriptors[0], descriptors[1], CALLER);
        for (int index = 0; index < PACKET_DESCRIPTORS; index++) close(descriptors[index]);
        if (!packet_send(CALLER, &answer, sizeof answer, NULL)) break;
    }
    return 0;
}
