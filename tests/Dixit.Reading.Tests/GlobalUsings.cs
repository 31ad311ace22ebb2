// SPDX-License-Identifier: Apache-2.0
global using Dixit.Reading.Tests.Support;
global using Xunit;
