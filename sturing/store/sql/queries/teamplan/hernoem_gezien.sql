-- Grain: one row that follows a new code of its team. Unit: none.
update teamplan_gezien
set team = $team
where nummer = $nummer
