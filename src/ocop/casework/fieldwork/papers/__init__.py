"""Papers of visits: the plan of a day, the notice to a producer, the report, further reports."""
