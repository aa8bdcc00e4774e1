#pragma once
#include "exchange.h"

/* Does what was asked in a child of the helper within the limits, while `caller`, a socket, is open. */
rehearsal_answer rehearsal_in_child(const rehearsal_message *message, int file, int arena, int caller);
