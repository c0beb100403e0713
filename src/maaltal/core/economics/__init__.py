"""What targets cost: amounts, rates, price levels, the cost of a target, the pool and budget proposals."""
