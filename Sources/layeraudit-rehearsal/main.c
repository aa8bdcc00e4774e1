#include <rehearsal.h>

/* The helper of LayerAudit in which files are read that came from outside. */
int main(void) { return rehearsal_serve(); }
