/// The version of LayerAudit.
let toolVersion = "0.1.0"
