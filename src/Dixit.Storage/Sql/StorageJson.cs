// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Dixit.Storage.Sql;

/// <summary>Furniture as a row keeps it.</summary>
internal readonly record struct FurnitureRow(int Start, int End, string Kind, string Rule);

/// <summary>A quoted span as a row keeps it; a reason is there where nothing reports it.</summary>
internal readonly record struct QuotedRow(int Start, int End, int InnerStart, int InnerEnd, int Depth, string? Damage, string? Reason);

/// <summary>A mention as a row keeps it.</summary>
internal readonly record struct MentionRow(int Start, int End, int Chain, string Rule);

/// <summary>The lists of a version that are only ever read whole, so that a row each would buy nothing.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<FurnitureRow>))]
[JsonSerializable(typeof(IReadOnlyList<QuotedRow>))]
[JsonSerializable(typeof(IReadOnlyList<MentionRow>))]
internal sealed partial class StorageJson : JsonSerializerContext;
