// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Fetching;

/// <summary>What a server gave to ask it later whether something changed.</summary>
/// <param name="ETag">Its entity tag, or null.</param>
/// <param name="LastModified">Its time of change as it was written, or null.</param>
public sealed record Validators(string? ETag, string? LastModified);
