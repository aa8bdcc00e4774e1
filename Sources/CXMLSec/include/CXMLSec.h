/* Keys, certificates and signatures: OpenSSL and libxmlsec1 behind a plain C header. */
#pragma once
#include "certificates.h"
#include "keys.h"
#include "xmlsignature.h"
