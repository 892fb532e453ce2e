"""Facts 事实 as they travel between offices; pydantic, no I/O."""
