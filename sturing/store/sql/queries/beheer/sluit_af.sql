-- No files, no network, and no way to turn that back.
-- Grain: one setting each. Unit: none.
set enable_external_access = false;
set lock_configuration = true
