// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Dixit.Storage.Sql;

/// <summary>Furniture as a row keeps it.</summary>
internal readonly record struct FurnitureRow(int Start, int End, string Kind, string Rule);

/// <summary>A quoted span as a row keeps it; a reason is there where nothing reports it.</summary>
internal readonly record struct QuotedRow(int Start, int End, int InnerStart, int InnerEnd, int Depth, string? Damage, string? Reason);

/// <summary>A mention as a row keeps it.</summary>
internal readonly record struct MentionRow(int Start, int End, int Chain, string Rule);

/// <summary>A block as a row keeps it; the words are there where they are not all of it.</summary>
internal readonly record struct BlockRow(int Start, int End, string Kind, int? WordsStart, int? WordsEnd, int? SourceStart, int? SourceEnd, string? At, string? Uri);

/// <summary>The lists of a version that are only ever read whole, so that a row each would buy nothing.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<FurnitureRow>))]
[JsonSerializable(typeof(IReadOnlyList<BlockRow>))]
[JsonSerializable(typeof(IReadOnlyList<QuotedRow>))]
[JsonSerializable(typeof(IReadOnlyList<MentionRow>))]
internal sealed partial class StorageJson : JsonSerializerContext;
