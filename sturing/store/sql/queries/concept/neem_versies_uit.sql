-- Drop the versions of a draft that are too old to keep.
-- Grain: one version of one draft. Unit: none.
delete from concept_versie
where
    concept = $concept
    and versie < (
        select min(versie)
        from (
            select versie
            from concept_versie
            where concept = $concept
            order by versie desc
            limit $bewaard
        )
    )
