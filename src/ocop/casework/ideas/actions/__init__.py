"""Every write on ideas: one function, one verb that a producer or an official would say."""
