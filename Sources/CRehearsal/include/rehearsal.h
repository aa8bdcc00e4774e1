#pragma once
#include <hdf5.h>
#include <stdbool.h>
#include <stdint.h>

/*
 * A rehearsal: a child process reads a whole HDF5 file as this one is about to, within bounds of memory and time.
 * What crashes libhdf5, keeps it busy for ever or makes it ask for all memory does so in the child, and this process is
 * told.
 *
 * A small program beside this one, the helper, forks the children: it has one thread, no Swift and no libtorch. A fork
 * of this process would copy the locks that its other threads hold, and its memory.
 */

/* How a rehearsal ended. */
typedef enum {
    REHEARSAL_COMPLETE,   /* everything was visited; the report says what was met */
    REHEARSAL_CRASHED,    /* libhdf5 ended the child by a signal */
    REHEARSAL_HUNG,       /* the time was up */
    REHEARSAL_EXHAUSTED,  /* the memory was up */
    REHEARSAL_IMPOSSIBLE, /* no child could be started */
    REHEARSAL_NO_HELPER,  /* the helper is not where it should be */
} rehearsal_outcome;

/* What a file can hold that an honest one does not. */
typedef enum {
    HAZARD_EXTERNAL_LINK,
    HAZARD_EXTERNAL_STORAGE,
    HAZARD_VIRTUAL_DATASET,
    HAZARD_LINK_LOOP,
    HAZARD_TOO_MANY_OBJECTS,
    HAZARD_HUGE_ATTRIBUTE,
    HAZARD_IMPLAUSIBLE_SIZE,
    HAZARD_UNKNOWN_FILTER,
    HAZARD_COUNT,
    HAZARD_NONE = HAZARD_COUNT,
} rehearsal_hazard;

#define REHEARSAL_PATH 1024

/* What is refused, in bytes unless said otherwise. */
typedef struct {
    uint64_t memory;           /* beyond what the helper has already */
    uint64_t cached;           /* decoded chunks kept per dataset */
    unsigned seconds;          /* of processor time, and ten times that by the clock */
    uint64_t objects;          /* links and attributes together, a number */
    uint64_t attribute;        /* one attribute */
    uint64_t texts;            /* all texts of one dataset */
    uint64_t harmless;         /* data that were never written may be this large */
    uint64_t large;            /* above it, a file has to hold a 32nd of what it declares */
    uint64_t chunk;            /* one decoded chunk */
    uint64_t compression;      /* the largest honest ratio of declared to stored bytes */
} rehearsal_limits;

/* What was found. Paths are absolute inside the file; a very long one lacks its beginning. */
typedef struct {
    uint64_t objects;
    uint64_t attributes;
    uint64_t hazards[HAZARD_COUNT];                  /* how often each was met */
    char places[HAZARD_COUNT][REHEARSAL_PATH];       /* where each was met first */
    char current[REHEARSAL_PATH];                    /* what was being read at the end */
    int ended_by;                                    /* the signal that ended the child, or 0 */
} rehearsal_report;

/*
 * Fields of a report. Swift sees an array of C as a tuple of as many elements, whose type it makes while it runs: for a
 * thousand elements that is neither quick nor sure.
 */
static inline uint64_t rehearsal_count(const rehearsal_report *report, rehearsal_hazard hazard) {
    return hazard < HAZARD_COUNT ? report->hazards[hazard] : 0;
}

static inline const char *rehearsal_place(const rehearsal_report *report, rehearsal_hazard hazard) {
    return hazard < HAZARD_COUNT ? report->places[hazard] : "";
}

static inline const char *rehearsal_current(const rehearsal_report *report) { return report->current; }

/*
 * What a child read, in memory shared with it. What a child says need not be true.
 *
 * Texts of variable length are read in a child alone: libhdf5 1.10 copies as many bytes as the file's heap says, into a
 * buffer of the length that the element says, and a file in which they differ writes over memory of the process that
 * reads it. Each text is its number of bytes as a uint64_t, REHEARSAL_NO_TEXT for one that is not there, and its bytes.
 */
typedef struct {
    const uint8_t *bytes;
    uint64_t count;      /* of bytes */
    uint64_t mapped;
    bool failed;         /* libhdf5 could not read them */
    bool too_large;      /* together they take more than they may */
    int ended_by;        /* the signal that ended the child, or 0 */
} rehearsal_texts;

#define REHEARSAL_NO_TEXT UINT64_MAX

void rehearsal_texts_give_back(rehearsal_texts *texts);

/*
 * Rehearses reading the file that `file`, a descriptor, is open on.
 * The caller holds whatever lock guards rehearsals, and gives the texts back.
 *
 * `texts` are those of attributes, as far as there is room for them: for each attribute the address of its object, the
 * length of its name, its name and the number of its texts (uint64_t but for the name), and the texts.
 */
rehearsal_outcome rehearse_hdf5(
    int file, const rehearsal_limits *limits, rehearsal_report *report, rehearsal_texts *texts
);

/* Where an open object stands in its file, as rehearsals name it; HADDR_UNDEF when libhdf5 cannot tell. */
haddr_t rehearsal_address(hid_t object);

/*
 * How files are opened: closing one closes its objects, those on shares without locks can be read, and `cached` bytes of
 * decoded chunks are kept per dataset.
 */
hid_t rehearsal_access(bool locking, uint64_t cached);

/* Lends libhdf5 a file that lies in memory, which stays where it is; negative when it does not take it. */
herr_t rehearsal_lend(hid_t access, const void *bytes, uint64_t count);

/*
 * Whether elements of a type are numbers, enumerations included, all of whose bits lie within their bytes: libhdf5 1.10
 * takes a file's word for it, and converts others by writing over its own stack.
 */
bool rehearsal_is_number(hid_t type);

/* How a dataset says that it is stored. */
typedef struct {
    rehearsal_hazard hazard; /* the first reason not to read it, or HAZARD_NONE */
    H5D_layout_t layout;
    int rank;
    hsize_t shape[H5S_MAX_RANK];
    hsize_t sides[H5S_MAX_RANK]; /* of a chunk */
    uint64_t element;            /* bytes of one element */
    uint64_t declared;           /* bytes of all elements; UINT64_MAX beyond that */
    uint64_t stored;             /* bytes in the file */
    uint64_t chunk;              /* bytes of one decoded chunk, 0 when the data are not chunked */
    int filters;                 /* how many filters the data went through */
    bool bounded;                /* whether decoding needs little more memory than the chunk and what is stored of it */
    int unknown;                 /* the filter that is not available, with HAZARD_UNKNOWN_FILTER */
    char unknown_name[64];
} rehearsal_storage;

/* The name of the filter that is not available. */
static inline const char *rehearsal_filter_name(const rehearsal_storage *storage) { return storage->unknown_name; }

/* Looks at how a dataset is stored without reading any of it; negative when libhdf5 cannot tell. */
int rehearsal_look(hid_t dataset, const rehearsal_limits *limits, rehearsal_storage *storage);

/* Which texts of the file. */
typedef struct {
    haddr_t object;        /* where the object stands that is the dataset, or that has the attribute */
    const char *attribute; /* NULL for a dataset */
    uint64_t first, rows;  /* of the first axis; REHEARSAL_ALL_ROWS, also for an attribute */
    uint64_t count;        /* of texts */
    uint64_t most;         /* bytes they may take together */
} rehearsal_text_source;

#define REHEARSAL_ALL_ROWS UINT64_MAX

/*
 * Reads texts of variable length, of the file that `file` is open on, in a child.
 * The caller holds whatever lock guards rehearsals, and gives the texts back.
 */
rehearsal_outcome rehearse_texts(
    int file, const rehearsal_text_source *source, const rehearsal_limits *limits, rehearsal_texts *texts
);

/* The program that forks the children: `rehearsal_serve` is all that its main does, and returns its exit status. */
#define REHEARSAL_HELPER "layeraudit-rehearsal"
int rehearsal_serve(void);

/* A file in memory, which a child can open by its descriptor. */
typedef struct {
    void *bytes;
    uint64_t count;
    int file;
} rehearsal_image;

/* Makes room for at least one byte that can be written to; false, with `image` empty, where there is none. */
bool rehearsal_image_make(uint64_t count, rehearsal_image *image);

/* Makes what was written read-only for everybody and for good, at another place; false when it cannot be. */
bool rehearsal_image_seal(rehearsal_image *image);

void rehearsal_image_give_back(rehearsal_image *image);
