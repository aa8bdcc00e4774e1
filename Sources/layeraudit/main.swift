import AuditCommands

LayerAudit.run()
