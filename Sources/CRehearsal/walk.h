#pragma once
#include "arena.h"

/* A place in the file: a link, below the object that holds it. */
typedef struct {
    haddr_t address;
    size_t parent;
    char *name;
} rehearsal_node;

/* The walk through one file, in the child. Nothing is given back: the process is about to end. */
typedef struct {
    hid_t file;
    const rehearsal_limits *limits;
    rehearsal_report *report;
    rehearsal_shared *shared;
    rehearsal_node *nodes;
    size_t count, capacity;
    haddr_t *seen; /* open addressing; HADDR_UNDEF where empty */
    size_t seen_count, seen_capacity;
    uint64_t budget; /* links and attributes that may still be met */
    bool out_of_memory;
} rehearsal_walk;

/* Visits every object, link and attribute that can be reached from the root. */
void rehearsal_walk_all(rehearsal_walk *walk);

/* Says what is being read: the node, and a link or attribute of it when `name` is not NULL. */
void rehearsal_say(rehearsal_walk *walk, size_t node, const char *separator, const char *name);

/* Notes a hazard at the place said last. */
void rehearsal_note(rehearsal_walk *walk, rehearsal_hazard hazard);

/* Takes one from the budget; false, with the hazard noted, when there is none left. */
bool rehearsal_spend(rehearsal_walk *walk);

/* Looks at why the last call failed: for want of memory, or because links lead to each other. */
void rehearsal_failed(rehearsal_walk *walk);

void rehearsal_attributes(rehearsal_walk *walk, size_t node, hid_t object);
void rehearsal_dataset(rehearsal_walk *walk, hid_t dataset);
