-- Only this folder may be touched besides the database itself. Comes before sluit_af.
-- Grain: one setting. Unit: none.
set allowed_directories = $mappen
