#pragma once
#include "include/rehearsal.h"

/* What a child does; false when it wants more memory than it may have. Nothing of the parent's is touched but a copy of
 * libhdf5's state, and mappings shared with it. It may be run again when a first child crashes. */
typedef bool (*child_work)(void *context);

/* Runs some work in a child within its limits; `ended_by` is the signal that ended a child that crashed. */
rehearsal_outcome run_in_child(const rehearsal_limits *limits, child_work work, void *context, int *ended_by);
