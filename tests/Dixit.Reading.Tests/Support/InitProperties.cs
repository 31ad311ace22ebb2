// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Reflection;

namespace Dixit.Reading.Tests.Support;

/// <summary>What can be set of a type when it is made: for tests that nothing of it is lost when it is copied or kept.</summary>
internal static class InitProperties
{
    /// <summary>The properties of a full value, and fails for those that it leaves as an empty one has them: a property that is new must be set here, and then be copied.</summary>
    public static IReadOnlyList<PropertyInfo> OfFull<T>(T full, T empty, params string[] except)
        where T : class
    {
        var properties = typeof(T).GetProperties().Where(property => property.CanWrite && !except.Contains(property.Name)).ToList();
        Assert.NotEmpty(properties);
        Assert.Empty(properties.Where(property => AreEqual(property.GetValue(full), property.GetValue(empty))).Select(property => property.Name));
        return properties;
    }

    /// <summary>Lists are equal where their items are.</summary>
    public static bool AreEqual(object? one, object? other) => (one, other) switch
    {
        (string, _) or (_, string) => Equals(one, other),
        (IEnumerable some, IEnumerable others) => some.Cast<object>().SequenceEqual(others.Cast<object>()),
        _ => Equals(one, other),
    };
}
