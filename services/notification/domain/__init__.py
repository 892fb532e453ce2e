"""通知的规则: who is told of what, and in which words."""
