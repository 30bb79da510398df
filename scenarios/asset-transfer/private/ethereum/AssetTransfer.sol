// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// The asset contract for EVM chains: what contract.js is on the embedded ledger.
contract AssetTransfer {
    struct Asset {
        bool open;
        uint128 balance;
    }

    mapping(uint256 => Asset) private assets;

    /// Creates, or sets back, `count` assets from `first` on.
    function open(uint256 first, uint256 count, uint128 balance) external {
        for (uint256 id = first; id < first + count; id++) {
            assets[id] = Asset(true, balance);
        }
    }

    function transfer(uint256 from, uint256 to, uint128 amount) external {
        require(assets[from].open && assets[to].open, "no asset");
        require(amount > 0, "an amount is 1 or more");
        require(assets[from].balance >= amount, "not enough");
        assets[from].balance -= amount;
        assets[to].balance += amount;
    }

    function read(uint256 id) external view returns (uint128) {
        require(assets[id].open, "no asset");
        return assets[id].balance;
    }
}
