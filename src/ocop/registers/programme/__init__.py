"""The programme of a province: its settings, yearly plans, and decisions on doubtful values of the law."""
