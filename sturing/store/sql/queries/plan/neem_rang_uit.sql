-- Grain: one opdracht with a decided place. Unit: none.
delete from besloten_rang
