-- From now on this cursor reads another database. beheer.py puts its name for "bron".
-- Grain: one cursor. Unit: none.
use "bron"
